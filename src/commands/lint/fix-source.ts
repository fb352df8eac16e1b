import type { YamlEdit } from '../../edit/edit-yaml.ts';
import { editYaml } from '../../edit/edit-yaml.ts';
import { YamlEditError } from '../../edit/yaml-edit-error.ts';
import type { Finding } from '../../lint/lint-rule.ts';

/** The total length of tried texts beyond which groups are not halved: a few seconds. */
const MAX_TRIED = 1_000_000;

/** Fixes what can only be fixed in one way in the text of a source, and counts it. */
export function fixSource(
  text: string,
  findings: readonly Pick<Finding, 'edits'>[],
): { text: string; fixed: number; isCostly: boolean } {
  const fixes = findings.flatMap(({ edits }) => (edits ? [edits] : []));
  // If one of them is not possible, as with an anchor that an alias needs, each half is tried.
  const groups = [fixes];
  let possible: typeof fixes = [];
  let edited = text;
  let tried = 0;
  for (const group of groups) {
    const next = tryEdits(text, [...possible, ...group]);
    tried += text.length;
    if (next !== undefined) {
      possible = [...possible, ...group];
      edited = next;
    } else if (group.length > 1 && tried < MAX_TRIED) {
      const middle = group.length >> 1;
      groups.push(group.slice(0, middle), group.slice(middle));
    }
  }
  return {
    text: edited,
    fixed: possible.length,
    isCostly: tried > Math.max(MAX_TRIED, text.length),
  };
}

/** Returns the text with edits, or `undefined` if the text does not allow them. */
function tryEdits(text: string, fixes: readonly (readonly YamlEdit[])[]): string | undefined {
  const edits = new Map(fixes.flat().map((edit) => [JSON.stringify(edit), edit]));
  try {
    return editYaml(text, [...edits.values()]);
  } catch (error) {
    if (error instanceof YamlEditError) return;
    throw error;
  }
}
