/** The Markdown files of a folder: the text of each file by its name without `.md`. */
declare module '*.md' {
  const documents: Record<string, string>;
  export default documents;
}
