/** The Markdown files of a folder: their texts by their names without `.md`. */
declare module '*.md' {
  const documents: Record<string, string>;
  export default documents;
}
