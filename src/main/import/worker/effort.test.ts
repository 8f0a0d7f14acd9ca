import { describe, expect, it } from 'vitest'
import { Effort, type Measured } from './effort.ts'

const LIMIT = 30_000

/** A thread and clocks that say what they are told to, in milliseconds; `cpu` null: the thread doesn't answer. */
class Made {
  cpu: number | null = 0
  idle = 0
  wall = 0
  process = 0
  readonly effort: Effort

  constructor() {
    const thread: Measured = {
      cpuUsage: () =>
        this.cpu === null
          ? new Promise(() => undefined)
          : Promise.resolve({ user: (this.cpu / 2) * 1000, system: (this.cpu / 2) * 1000 }),
      performance: { eventLoopUtilization: () => ({ idle: this.idle, active: 0, utilization: 0 }) }
    }
    this.effort = new Effort(thread, LIMIT, { wallMs: () => this.wall, processMs: () => this.process })
  }

  /** Looks often enough for the thread's answers to have come. */
  async isSpent(): Promise<boolean> {
    for (let i = 0; i < 3; i++) {
      this.effort.isSpent()
      await Promise.resolve()
      await Promise.resolve()
    }
    return this.effort.isSpent()
  }
}

async function spent(change: Partial<Pick<Made, 'cpu' | 'idle' | 'wall' | 'process'>>): Promise<boolean> {
  const made = new Made()
  await made.isSpent()
  Object.assign(made, change)
  return made.isSpent()
}

describe('the effort of a thread', () => {
  it('is its own: on a machine that is busy with other work it isn’t spent by the clock', async () => {
    expect(await spent({ cpu: 10_000, wall: 290_000, process: 500_000 })).toBe(false)
  })

  it.each([
    ['its processor time', { cpu: 30_001, wall: 30_001, process: 30_001 }],
    ['waiting', { idle: 30_001, wall: 30_001 }],
    ['ten times the limit by the clock', { cpu: 1, wall: 300_001 }],
    ['what the process took while it didn’t answer', { cpu: null, wall: 30_001, process: 30_001 }]
  ])('is spent by %s', async (_, change) => {
    expect(await spent(change)).toBe(true)
  })

  it('isn’t spent by what the process took while it answered', async () => {
    expect(await spent({ cpu: 29_000, wall: 29_000, process: 90_000 })).toBe(false)
  })
})
