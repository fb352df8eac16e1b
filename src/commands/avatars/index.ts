import pLimit from 'p-limit';
import type { VFile } from 'vfile';
import { reportTo, sortAndDedupeMessages } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { displayPath } from '../../file/display-path.ts';
import { reasonOf } from '../../file/system-error.ts';
import { isDataReporter } from '../../reporters/index.ts';
import { isFileName } from '../../text/is-file-name.ts';
import { printable } from '../../text/printable.ts';
import { checkSourceFile, type SourceContent } from '../check-source-file.ts';
import { DONE, type ExitCode, FAILED, NEGATIVE } from '../exit-code.ts';
import { distinctSources, findSources } from '../find-sources.ts';
import { type ReportingOptions, reportMessages } from '../report-messages.ts';
import { findSource, folderOfSource } from '../source-file.ts';
import { AvatarFolder } from './avatar-folder.ts';
import { defaultLimits, type FetchLimits, fetchPicture } from './fetch-picture.ts';
import { PictureError } from './picture-error.ts';
import type { PictureRequest } from './picture-request.ts';
import { progressBarOn } from './progress-bar.ts';
import { type WantedAvatar, wantedAvatars } from './wanted-avatars.ts';

export interface AvatarsOptions extends ReportingOptions {
  /** Whether to also fetch pictures that exist. */
  refresh?: boolean;
  quiet?: boolean;
}

/** The number of requests at the same time. */
const CONCURRENCY = 6;

/**
 * Fetches the pictures of people with a handle, and writes them beside each source. What cannot be
 * fetched is reported, and the other pictures are still written.
 *
 * @param names paths of sources, or `-`; if empty, the source in the current folder
 */
export async function avatarsCommand(
  names: readonly string[],
  options: AvatarsOptions,
  process: CommandProcess,
  limits: FetchLimits = defaultLimits,
): Promise<ExitCode> {
  const isData = isDataReporter(options.reporter);
  const isQuiet = options.quiet || isData;
  const found = names.length > 0 ? await findSources(names, process) : [findSource(process)];
  const sources: Source[] = [];
  for (const name of distinctSources(found, process)) {
    const folder = folderOfSource(name, process);
    sources.push({ folder, ...(await checkSourceFile(name, { process })) });
  }
  const files = sources.map(({ file }) => file);
  const report = async (code: ExitCode) => {
    files.forEach(sortAndDedupeMessages);
    await reportMessages(files, options, process);
    return code;
  };
  if (sources.some(({ content }) => !content)) return report(FAILED);
  // A build reports the warnings about the page.
  for (const file of files) file.messages = [];

  const tasks = sources.flatMap((source) => tasksOf(source, options.refresh === true));
  const lines: string[] = [];
  const bar = progressBarOn(process, tasks.length === 1 ? 'picture' : 'pictures', !isQuiet);
  const limit = pLimit(CONCURRENCY);
  let done = 0;
  await Promise.all(
    tasks.map((task) =>
      limit(async () => {
        bar.update(done, tasks.length);
        lines.push(...(await fetchAndSave(task, limits, process)));
        done += 1;
        bar.update(done, tasks.length);
      }),
    ),
  );
  if (tasks.length > 0) bar.done();
  if (!isQuiet) {
    for (const line of lines.sort()) process.stderr.write(`${printable(line)}\n`);
    if (tasks.length === 0 && files.every(({ messages }) => messages.length === 0)) {
      process.stderr.write('no pictures to fetch\n');
    }
  }
  return report(exitCodeOf(files));
}

interface Source {
  file: VFile;
  content?: SourceContent;
  /** Where the folder of pictures is. */
  folder: string;
}

/** A picture to fetch and write. */
interface Task {
  avatar: WantedAvatar;
  request: PictureRequest;
  file: VFile;
  pictures: AvatarFolder;
}

/** Returns what to fetch for a source, and reports what cannot be fetched. */
function tasksOf({ file, content, folder }: Source, refresh: boolean): Task[] {
  if (!content) return [];
  const report = reportTo(file);
  const pictures = new AvatarFolder(folder);
  const withoutRequest: WantedAvatar[] = [];
  const tasks: Task[] = [];
  for (const avatar of wantedAvatars(content)) {
    const { handle, range, request } = avatar;
    if (!isFileName(handle)) report('avatar-handle', range, { handle });
    else if (!refresh && pictures.filesOf(handle).length > 0) continue;
    else if (request) tasks.push({ avatar, request, file, pictures });
    else withoutRequest.push(avatar);
  }
  const [first] = withoutRequest;
  if (first) {
    const { locate, page } = content.read;
    const { handle, range } = first;
    const hasHandles = page.handles !== undefined;
    const where = locate(page, 'handles') ?? range;
    report('avatar-source', where, { handle, count: withoutRequest.length, hasHandles });
  }
  return tasks;
}

/** Fetches and writes a picture. Returns a line about each file that has changed. */
async function fetchAndSave(
  { avatar: { handle, range }, request, file, pictures }: Task,
  limits: FetchLimits,
  process: CommandProcess,
): Promise<string[]> {
  const report = reportTo(file);
  try {
    const picture = await fetchPicture(request, limits);
    const changes = pictures.save(handle, picture);
    return changes
      .filter(({ change }) => change !== 'none')
      .map(({ path, change }) => `${change} ${displayPath(path, process)}`);
  } catch (error) {
    if (error instanceof PictureError) {
      const { code, message, retryAfter } = error;
      report(code, range, { handle, reason: message, isTemporary: retryAfter !== undefined });
    } else report('avatar-unwritable', range, { handle, reason: reasonOf(error) });
    return [];
  }
}

function exitCodeOf(files: readonly VFile[]): ExitCode {
  const codes = files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  if (codes.includes('avatar-unwritable')) return FAILED;
  return codes.some((code) => code !== 'avatar-source') ? NEGATIVE : DONE;
}
