// Only parses a file as YAML: node parse-document.js <source>
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

const { errors } = parseDocument(readFileSync(process.argv[2], 'utf8'));
if (errors.length > 0) throw errors[0];
