// How the contents of items are written.

/** What is empty is left out. */
const filled = (fields: Record<string, string>) =>
  JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')));

export const itemText = ({ title, text }: { title: string; text: string }) => filled({ title, text });

interface Evidence {
  title: string;
  version: string;
  link: string;
  sha256: string;
}
export const evidenceText = ({ title, version, link, sha256 }: Evidence) => filled({ title, version, link, sha256 });
