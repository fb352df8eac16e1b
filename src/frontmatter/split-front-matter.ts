/**
 * The YAML between the first two lines of dashes of a page, if there are such lines, and how long
 * the page is down to the end of the second one.
 */
export function frontMatterIn(page: string): { yaml: string; length: number } | undefined {
  const [block, yaml = ''] =
    /^---[ \t]*(?:\r?\n|\r)(?:([\s\S]*?)(?:\r?\n|\r))??---[ \t]*(?:\r?\n|\r|$)/.exec(page) ?? [];
  return block === undefined ? undefined : { yaml, length: block.length };
}
