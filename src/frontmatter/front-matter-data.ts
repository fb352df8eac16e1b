/** Front matter as the values that Astro's reader makes of it. */
import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import { scalarValue } from '../schema/scalar-shapes.ts';
import type { Json, JsonMap } from '../types.ts';
import type { FrontMatter } from './starlight-front-matter.ts';

/** What front matter says, as JSON can say it. */
export function frontMatterData({ map, resolve }: FrontMatter): JsonMap {
  return mapData(map, resolve);
}

type Resolve = FrontMatter['resolve'];

function mapData({ items }: YAMLMap, resolve: Resolve): JsonMap {
  return Object.fromEntries(
    items.map(({ key, value }) => [
      String((resolve(key as Node) as Scalar).value),
      valueData(value as Node | null, resolve),
    ]),
  );
}

function valueData(node: Node | null, resolve: Resolve): Json {
  if (!node) return null;
  const target = resolve(node);
  if (isMap(target)) return mapData(target, resolve);
  if (isSeq(target)) return target.items.map((item) => valueData(item as Node, resolve));
  return isScalar(target) ? scalarData(target) : null;
}

/** The value of a scalar; a date, and a number that JSON has no word for, as it is written. */
function scalarData(scalar: Scalar): Json {
  const value = scalarValue(scalar);
  if (typeof value === 'symbol') return String(scalar.source);
  return typeof value !== 'number' || Number.isFinite(value) ? value : String(scalar.source);
}
