import type { Yaml } from 'mdast';

/** Front matter as mdast-util-frontmatter writes it, whose parser of options is not needed. */
export function yaml({ value }: Yaml): string {
  return `---\n${value ? `${value}\n` : ''}---`;
}
