import type { CheckLayout } from '../layout.ts';
import { reportDropped } from '../shared/report-dropped.ts';

/** Only names are shown. */
export const checkNames: CheckLayout = (credits, context) => {
  reportDropped('names', ['by', 'description', 'version', 'license', 'links'], credits, context);
};
