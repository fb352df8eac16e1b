import type { Yaml } from 'mdast';

/** Writes front matter like mdast-util-frontmatter, but without its options. */
export function yaml({ value }: Yaml): string {
  return `---\n${value ? `${value}\n` : ''}---`;
}
