// Loaded before a program that is measured: tells the CPU time of its whole process when it ends, in milliseconds.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const told = process.env.BENCH_CPU
if (isMainThread && told !== undefined)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    writeFileSync(told, JSON.stringify({ cpu: (user + system) / 1000 }))
  })
