export interface Schema {
  enum?: string[];
  properties?: Record<string, Schema>;
}

export interface Operation {
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>;
}

export interface ApiDocument {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, { content?: Record<string, { schema: object }> }>;
  };
}

export const documentFile: string;
export function joined(pieces: object[]): ApiDocument;
export function apiDocument(): ApiDocument;
