/** Renders values as YAML in the style of the text around them. */
import { Document, isScalar, isSeq, type Scalar, visit } from 'yaml';

/** A value that a source can hold. Every scalar is a string, as the schema of a key gives it its type. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** How a text is formatted. */
export interface Formatting {
  /** The number of spaces by which a block is indented in the block around it. */
  step: number;
  /** Whether lists in maps are indented as well. */
  indentsLists: boolean;
  /** Whether there are spaces inside the braces of flow maps. */
  padsFlowMaps: boolean;
  /** Whether lists of `by` are on one line: `by: [a, b]`. */
  flowsPeople: boolean;
}

/** Returns a value on one line: `{name: a, by: [b]}`. */
export function renderFlow(value: YamlValue, formatting: Formatting): string {
  // In a list, a scalar is quoted as in every flow collection.
  const document = createDocument([value]);
  visit(document, {
    Collection(_, node) {
      node.flow = true;
    },
    Scalar(_, node) {
      if (/\n/.test(String(node.value))) node.type = 'QUOTE_DOUBLE';
    },
  });
  const text = document.toString({
    lineWidth: 0,
    flowCollectionPadding: formatting.padsFlowMaps,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return text.trimEnd().slice(1, -1).trim();
}

/** Returns a value as a block, without indentation and without a line break at the end. */
export function renderBlock(
  value: YamlValue,
  formatting: Formatting,
  quoting?: Scalar.Type,
): string {
  const document = createDocument(value);
  visit(document, {
    Pair(_, { key, value: list }) {
      if (isScalar(key) && key.value === 'by' && isSeq(list)) list.flow = formatting.flowsPeople;
    },
  });
  if (quoting && isScalar(document.contents)) document.contents.type = quoting;
  const text = document.toString({
    lineWidth: 0,
    indent: formatting.step,
    indentSeq: formatting.indentsLists,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return text.replace(/\n$/, '');
}

function createDocument(value: YamlValue): Document {
  const document = new Document(value, { schema: 'failsafe' });
  visit(document, {
    Scalar(_, node) {
      // Other YAML tools read these as null.
      if (/^(?:~|null)?$/i.test(String(node.value))) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document;
}

/** Indents all lines but the first and blank ones. */
export function indentLines(text: string, width: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}
