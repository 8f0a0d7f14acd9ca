import { setTimeout as later } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Turns } from './turns.ts'

it('does work in order, one piece at a time, and goes on after a failure', async () => {
  const turns = new Turns()
  const told: string[] = []
  const slow = turns.run(async () => {
    told.push('slow begins')
    await later(5)
    told.push('slow ends')
    return 1
  })
  const failing = turns.run(() => Promise.reject(new Error('no')))
  const quick = turns.run(async () => {
    told.push('quick')
    return 2
  })
  await expect(failing).rejects.toThrow('no')
  await turns.settled()
  expect(told).toEqual(['slow begins', 'slow ends', 'quick'])
  expect(await Promise.all([slow, quick])).toEqual([1, 2])
})
