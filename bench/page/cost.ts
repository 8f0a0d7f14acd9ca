import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright/test'

/** What judging cost a browser. */
export interface Cost {
  /** Processor time of the page’s process, in seconds, its threads included. */
  cpu: number
  /** Processor time of the longest task of the page’s own thread, in milliseconds: so long it answers nobody. */
  longest: number
  /** The most memory that the page’s process ever held, in MB. */
  memory: number
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Processor time in microseconds. */
  tdur?: number
  args?: { name?: string }
}

/** Measures what some work costs a page in Chromium. Processor time, since others may be busy on the same machine. */
export async function costOf(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<Cost> {
  const before = await rendererOf(browser)
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] }
  const after = await rendererOf(browser)
  const named = traceEvents.filter(({ name, pid }) => name === 'thread_name' && pid === after.id)
  const main = named.find(({ args }) => args?.name === 'CrRendererMain')?.tid
  const tasks = traceEvents.filter(
    ({ ph, pid, tid, tdur }) => ph === 'X' && pid === after.id && tid === main && tdur !== undefined
  )
  if (tasks.length === 0) throw new Error('The trace holds no task of the page.')
  return {
    cpu: after.cpuTime - (before.id === after.id ? before.cpuTime : 0),
    longest: Math.max(...tasks.map(({ tdur }) => tdur!)) / 1000,
    memory: Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${after.id}/status`, 'utf8'))?.[1]) / 1024
  }
}

/** The process of the page: the one that has worked most, of those that show pages. */
async function rendererOf(browser: Browser): Promise<{ id: number; cpuTime: number }> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const [found] = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime)
  if (!found) throw new Error('The browser tells of no page’s process.')
  return found
}
