/** The parts of the Markdown files of a folder, as `.build/markdown-documents.js` returns them. */
declare module '*.md' {
  export type DocumentParts = [
    meaning: string,
    wrong: string,
    right: string,
    language?: 'yaml' | 'console',
  ];
  const documents: Record<string, DocumentParts>;
  export default documents;
}
