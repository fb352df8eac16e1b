// Builds the page with a template, without checks and escapes: node nunjucks.js <source> <page>
import { readFileSync, writeFileSync } from 'node:fs';
import { load } from 'js-yaml';
import nunjucks from 'nunjucks';

const [source, page] = process.argv.slice(2);
const environment = new nunjucks.Environment(null, {
  autoescape: false,
  trimBlocks: true,
  lstripBlocks: true,
});
const template = readFileSync(new URL('page.njk', import.meta.url), 'utf8');
writeFileSync(page, environment.renderString(template, load(readFileSync(source, 'utf8'))));
