import { nearlyEqualFinder } from '../diagnostics/nearest.ts';
import { creditsIn } from '../model/walk-sections.ts';
import { targetOf } from '../source/nodes.ts';
import type { LintRule } from './lint-rule.ts';
import { isSpdxExpression, spdxAnswers, spdxIds } from './spdx-answers.ts';

/** Valid licenses that are not SPDX expressions: those that npm allows, and those without an identifier. */
const OTHER =
  /^(?:UNLICENSED|SEE LICEN[CS]E IN \S.*|public domain|proprietary|commercial|freeware|all rights reserved|various|custom|unknown|none|with permission|fair use)$/i;

/** The maximum length of an expression: the parser is recursive, and takes quadratic time. */
const MAX_LENGTH = 10_000;

/** Finds licenses that are not SPDX expressions. */
export const licenseSpdx: LintRule = function* ({ page, locate, pathOf }) {
  // A similar name is often another license: only typos are corrected.
  let findSimilar: ReturnType<typeof nearlyEqualFinder> | undefined;
  const texts = new Map<string, { answers: readonly string[]; near?: string } | undefined>();
  const problemOf = (license: string) => {
    if (license.length > MAX_LENGTH) return { answers: [] };
    if (OTHER.test(license) || isSpdxExpression(license)) return;
    const answers = spdxAnswers(license);
    findSimilar ??= nearlyEqualFinder(spdxIds);
    const near = answers.length > 0 ? undefined : findSimilar(license);
    return { answers, ...(near !== undefined && { near }) };
  };
  for (const credit of creditsIn(page)) {
    if ('markdown' in credit || credit.license === undefined) continue;
    const { license } = credit;
    if (!texts.has(license)) texts.set(license, problemOf(license));
    const problem = texts.get(license);
    const node = locate(credit, 'license');
    if (!problem || !node) continue;
    const range = targetOf(node);
    const [answer, another] = problem.answers;
    const path = pathOf(range);
    const isFixable = answer !== undefined && another === undefined && path !== undefined;
    yield {
      code: 'license-spdx',
      range,
      args: { license, ...problem },
      ...(isFixable && { edits: [{ type: 'set', path, value: answer }] }),
    };
  }
};
