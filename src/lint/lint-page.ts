import { creditRepeated } from './credit-repeated.ts';
import { descriptionStop } from './description-stop.ts';
import { imageHeavy } from './image-heavy.ts';
import { imageRemote } from './image-remote.ts';
import { licenseSpdx } from './license-spdx.ts';
import type { Finding, LintedSource, LintRule } from './lint-rule.ts';
import { personConflict } from './person-conflict.ts';
import { personRepeated } from './person-repeated.ts';
import { personUnused } from './person-unused.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionRepeated } from './section-repeated.ts';
import { urlRepeated } from './url-repeated.ts';

const RULES: readonly LintRule[] = [
  creditRepeated,
  descriptionStop,
  imageHeavy,
  imageRemote,
  licenseSpdx,
  personConflict,
  personRepeated,
  personUnused,
  sectionEmpty,
  sectionRepeated,
  urlRepeated,
];

/** Returns what all rules find in a source. */
export function lintPage(source: LintedSource): Finding[] {
  return RULES.flatMap((rule) => [...rule(source)]);
}
