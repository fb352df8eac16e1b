import { version } from '../version.ts';

/** The public URL of the JSON Schema of the current major version. */
export function schemaAddress(): string {
  const [major] = version.split('.');
  return `https://unpkg.com/starlight-credits@${major}/schema.json`;
}

/** The first line of a source, which tells editors its schema. */
export function schemaLine(): string {
  return `# yaml-language-server: $schema=${schemaAddress()}`;
}
