// Loaded into a process to measure its peak memory. When the process exits, it appends a line with the
// process id and the peak memory in bytes to the file in BENCH_PEAK_FILE. On Linux, the value is from
// /proc, as `maxRSS` includes the memory of the parent process before `exec`.
const { appendFileSync, readFileSync } = require('node:fs');

process.on('exit', () => {
  const kilobytes =
    process.platform === 'linux'
      ? /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]
      : process.resourceUsage().maxRSS;
  appendFileSync(process.env.BENCH_PEAK_FILE, `${process.pid} ${kilobytes * 1024}\n`);
});
