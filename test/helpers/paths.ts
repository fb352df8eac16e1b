import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
export const bin = `${root}/bin/starlight-credits.cjs`;
export const site = `${root}/test/site`;
export const docs = `${root}/docs`;
export const tools = `${root}/test/tools`;
export const fixtures = `${root}/test/fixtures`;
