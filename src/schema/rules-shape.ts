import {
  type Code,
  codes,
  configurableCodes,
  isCode,
  isConfigurable,
} from '../diagnostics/codes.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type Level, levelNames } from '../diagnostics/settings.ts';
import { isAbsent, type MapEntry, type Node, valueOfKey } from '../source/nodes.ts';
import { oneOf } from './scalar-shapes.ts';
import type { Scope } from './scope.ts';
import type { JsonSchema, Shape } from './shape.ts';
import { IGNORED, ignoredKeysSchema, reportMergeKey } from './special-keys.ts';
import { reportAbsent, wrongType } from './wrong-type.ts';

const A_MAP_OF_RULES = 'a map of rules such as {url-no-scheme: off}';

const level: Shape<Level> = oneOf(levelNames);

/** The severities of diagnostics that are not errors by default. */
export const rules: Shape<Record<string, Level>> = {
  noun: 'a map of rules',
  read(node, scope) {
    if (node.kind !== 'map') return wrongType(node, A_MAP_OF_RULES, scope);
    return Object.fromEntries(node.entries.flatMap((entry) => readRule(entry, scope) ?? []));
  },
  schema: () => ({
    type: 'object',
    properties: Object.fromEntries(configurableCodes().map((code) => [code, ruleSchema(code)])),
    ...ignoredKeysSchema,
    additionalProperties: false,
  }),
};

/** Returns the rules of a page. Their problems are reported when the page is read. */
export function rulesIn(page: Node | undefined): ReadonlyMap<Code, Level> {
  const levels = new Map<Code, Level>();
  const node = valueOfKey(page, 'rules');
  for (const { key: code, value } of node?.kind === 'map' ? node.entries : []) {
    const known = levelOf(value);
    if (known && isCode(code) && isConfigurable(code)) levels.set(code, known);
  }
  return levels;
}

/** Returns the severity that a node names. Other programs read `off` as `false`. */
function levelOf(node: Node | undefined): Level | undefined {
  const name = node?.kind === 'scalar' ? node.value : '';
  return name === 'false' ? 'off' : levelNames.find((known) => known === name);
}

/** Reads a code and its severity. */
function readRule(entry: MapEntry, scope: Scope): [[Code, Level]] | undefined {
  const { key: code, value } = entry;
  if (code.startsWith(IGNORED) || reportMergeKey(entry, scope)) return;
  if (!isCode(code)) {
    const near = nearest(code, Object.keys(codes));
    scope.report('rule-unknown', entry, { code, ...(near && { near }) });
    return;
  }
  if (!isConfigurable(code)) {
    scope.report('rule-fixed', entry, { code });
    return;
  }
  if (!value || isAbsent(value)) return reportAbsent(entry, level.noun, scope);
  const read = levelOf(value) ?? level.read(value, scope);
  return read && [[code, read]];
}

function ruleSchema(code: Code): JsonSchema {
  return {
    enum: [...levelNames, false],
    description: 'The severity of this diagnostic.',
    default: codes[code].severity,
  };
}
