// Loaded into a process that is measured: adds a line with its id and its peak memory in bytes to
// the file that the environment names. On Linux it is what the kernel knows of this very program;
// the other counter begins with what the process that started it had.
const { appendFileSync, readFileSync } = require('node:fs');

process.on('exit', () => {
  const kilobytes =
    process.platform === 'linux'
      ? /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]
      : process.resourceUsage().maxRSS;
  appendFileSync(process.env.BENCH_PEAK_FILE, `${process.pid} ${kilobytes * 1024}\n`);
});
