import ts from 'typescript';

/**
 * Returns the type errors in files and in the declarations that they import, except for those of
 * TypeScript itself and of `@types` packages, as checking these takes most of the time of `tsc`.
 */
export function typeErrors(files: string[], options: ts.CompilerOptions): string[] {
  const program = ts.createProgram(files, {
    noEmit: true,
    strict: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    ...options,
  });
  const sources = program
    .getSourceFiles()
    .filter(
      (file) => !program.isSourceFileDefaultLibrary(file) && !file.fileName.includes('/@types/'),
    );
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...sources.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ];
  return diagnostics.map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
