/** Where editors find the JSON Schema of a source. */
import { version } from '../version.ts';

/** The public address of the schema of the running major version. */
export function schemaAddress(): string {
  const [major] = version.split('.');
  return `https://unpkg.com/starlight-credits@${major}/schema.json`;
}

/** The comment that a source begins with, so that editors know its schema. */
export function schemaLine(): string {
  return `# yaml-language-server: $schema=${schemaAddress()}`;
}
