import { type ParseError, printParseErrorCode } from 'jsonc-parser';

/** A problem in JSON, and the help for it. */
interface JsonProblem {
  reason: string;
  help: string;
}

/** The problems, by the names of errors in jsonc-parser. */
const PROBLEMS: Record<string, JsonProblem> = {
  InvalidSymbol: {
    reason: 'unexpected text without quotes',
    help: 'write it in double quotes',
  },
  InvalidNumberFormat: { reason: 'invalid number', help: 'write it in double quotes' },
  PropertyNameExpected: { reason: 'missing key', help: 'write a key in double quotes' },
  ValueExpected: { reason: 'missing value', help: 'write a value, or remove the comma or the key' },
  ColonExpected: { reason: 'missing colon', help: 'write a colon after the key' },
  CommaExpected: { reason: 'missing comma', help: 'write a comma before this value' },
  CloseBraceExpected: { reason: 'missing closing brace', help: 'close the object with }' },
  CloseBracketExpected: { reason: 'missing closing bracket', help: 'close the list with ]' },
  EndOfFileExpected: {
    reason: 'unexpected text after the end',
    help: 'remove it; a file contains a single value',
  },
  UnexpectedEndOfString: {
    reason: 'missing closing quotation mark',
    help: 'write a double quotation mark at the end of the string',
  },
  InvalidEscapeCharacter: {
    reason: 'unknown escape sequence',
    help: 'write two backslashes for a backslash',
  },
  InvalidUnicode: { reason: 'invalid escape sequence', help: 'write four digits after \\u' },
  InvalidCharacter: {
    reason: 'control character in a string',
    help: 'write \\n for a line break and \\t for a tab',
  },
  InvalidCommentToken: { reason: 'comments are not allowed', help: 'remove the comment' },
  UnexpectedEndOfComment: { reason: 'this comment is never closed', help: 'close it with */' },
};

/** Returns the problem for an error of jsonc-parser, or a general one for others. */
export function jsonProblem(error: ParseError | undefined): JsonProblem {
  return (
    (error && PROBLEMS[printParseErrorCode(error.error)]) ?? {
      reason: 'unexpected text',
      help: 'check the quotes, brackets and commas just before this position',
    }
  );
}
