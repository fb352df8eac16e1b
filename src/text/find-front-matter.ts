/**
 * Returns the YAML of a page's front matter and the length of its block, with both delimiters, or
 * `undefined` if the page has none.
 */
export function findFrontMatter(page: string): { yaml: string; length: number } | undefined {
  const [block, yaml = ''] =
    /^---[ \t]*(?:\r?\n|\r)(?:([\s\S]*?)(?:\r?\n|\r))??---[ \t]*(?:\r?\n|\r|$)/.exec(page) ?? [];
  return block === undefined ? undefined : { yaml, length: block.length };
}
