import type { YamlEdit } from '../../edit/edit-yaml.ts';
import { editYaml } from '../../edit/edit-yaml.ts';
import { YamlEditError } from '../../edit/yaml-edit-error.ts';
import type { Finding } from '../../lint/lint-rule.ts';

/** Fixes what can only be fixed in one way in the text of a source, and counts it. */
export function fixSource(
  text: string,
  findings: readonly Pick<Finding, 'edits'>[],
): { text: string; fixed: number } {
  const fixes = findings.flatMap(({ edits }) => (edits ? [edits] : []));
  const all = tryEdits(text, fixes);
  if (all !== undefined) return { text: all, fixed: fixes.length };
  // One of them is not possible, as with an anchor that an alias needs.
  const possible: (readonly YamlEdit[])[] = [];
  let edited = text;
  for (const fix of fixes) {
    const next = tryEdits(text, [...possible, fix]);
    if (next === undefined) continue;
    possible.push(fix);
    edited = next;
  }
  return { text: edited, fixed: possible.length };
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
