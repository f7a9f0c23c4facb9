// Where the objects of a drawing stand: in columns by how many steps they are away, one below the other, so that no two names ever meet.
import type { Schemas } from '../../api/client';

type Graph = Schemas['Graph'];
export type Node = Graph['nodes'][number];
export type Edge = Graph['edges'][number];

/** What several looks around brought, each object and each relation once. */
export function merged(looks: Graph[]): Graph {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  for (const look of looks) {
    for (const node of look.nodes) nodes.set(node.id, node);
    for (const edge of look.edges) edges.set(`${edge.source} ${edge.label} ${edge.target}`, edge);
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

export interface Placed {
  node: Node;
  column: number;
  row: number;
}

/** Those of a kind stand together; of each column at most so many. What is joined to nothing shown is left out. */
export function arranged({ nodes, edges }: Graph, root: string, most: number): { placed: Placed[]; hidden: number } {
  const steps = stepsFrom(root, edges);
  const columns = new Map<number, Node[]>();
  for (const node of nodes) {
    const column = steps.get(node.id);
    if (column !== undefined) columns.set(column, [...(columns.get(column) ?? []), node]);
  }
  const placed: Placed[] = [];
  let hidden = 0;
  for (const [column, all] of columns) {
    const inOrder = [...all].sort((a, b) => a.type.localeCompare(b.type) || a.title.localeCompare(b.title));
    inOrder.slice(0, most).forEach((node, row) => placed.push({ node, column, row }));
    hidden += Math.max(0, inOrder.length - most);
  }
  return { placed, hidden };
}

function stepsFrom(root: string, edges: Edge[]): Map<string, number> {
  const steps = new Map([[root, 0]]);
  let reached = [root];
  while (reached.length > 0) {
    const next: string[] = [];
    for (const { source, target } of edges)
      for (const [here, there] of [
        [source, target],
        [target, source],
      ] as const)
        if (reached.includes(here) && !steps.has(there)) {
          steps.set(there, (steps.get(here) ?? 0) + 1);
          next.push(there);
        }
    reached = next;
  }
  return steps;
}
