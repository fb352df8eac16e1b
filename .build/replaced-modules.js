/** The characters that GitHub removes from headings to make their ids, as a pattern. */
export const NOT_IN_SLUGS = '[^\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc} -]';

/** Modules of packages of which nothing is used, or for which Node has its own. */
const REPLACED = [
  {
    // For commands in separate files. It loads in 4 ms.
    module: /^node:child_process$/,
    importer: /[\\/]commander[\\/]/,
    code: 'export {};',
  },
  {
    // For suggestions, which the command makes itself.
    module: /^\.\/suggestSimilar$/,
    importer: /[\\/]commander[\\/]/,
    code: 'module.exports = {};',
  },
  {
    // For labels that are not known as they were written, which the parser always notes. Without its 2,125
    // character references, building a small page takes 5 ms less.
    module: /^micromark-util-decode-string$/,
    importer: /[\\/]mdast-util-to-markdown[\\/]/,
    code: 'export const decodeString = (label) => label;',
  },
  {
    // Character references of JSX in expressions, whose value is never used.
    module: /^\.\/xhtml$/,
    importer: /[\\/]acorn-jsx[\\/]/,
    code: 'module.exports = {};',
  },
  {
    // Types of YAML 1.1 that only a tag gives to a value.
    module: /^\.\/(?:yaml-1\.1\/)?(?:binary|omap|pairs|set)\.js$/,
    importer: /[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/]/,
    code: ['binary', 'omap', 'pairs', 'set'].map((name) => `export const ${name} = {};`).join(''),
  },
  {
    // A list of the characters that slugs do not have: 10 KB that every build would load.
    module: /^\.\/regex\.js$/,
    importer: /[\\/]github-slugger[\\/]/,
    code: `export const regex = {
      [Symbol.replace]: (text, other) =>
        text.replace(new RegExp(${JSON.stringify(NOT_IN_SLUGS)}, 'gu'), other),
    };`,
  },
  {
    // A polyfill of Node's own function.
    module: /^@ungap\/structured-clone$/,
    importer: /[\\/]mdast-util-to-hast[\\/]/,
    code: 'export default structuredClone;',
  },
];

const PREFIX = '\0replaced:';

/** A plugin for Rolldown that replaces modules: it keeps the package small, and its start fast. */
export const replacedModules = {
  name: 'replaced-modules',
  resolveId(id, from = '') {
    const index = REPLACED.findIndex(
      ({ module, importer }) => module.test(id) && importer.test(from),
    );
    return index < 0 ? null : `${PREFIX}${index}`;
  },
  load(id) {
    return id.startsWith(PREFIX) ? REPLACED[Number(id.slice(PREFIX.length))].code : null;
  },
};
