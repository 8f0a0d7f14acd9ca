import { describe, expect, it } from 'vitest'
import { ImportMeter } from './meter.ts'

describe('the import meter', () => {
  const run = (steps: (meter: ImportMeter, wait: (ms: number) => void) => void): ImportMeter => {
    let now = 1000
    const meter = new ImportMeter(() => now)
    steps(meter, (ms) => (now += ms))
    return meter
  }

  it('tells no rate before it can be known', () => {
    const meter = run((m, wait) => {
      for (let i = 0; i < 4; i++) {
        wait(1000)
        m.tick()
      }
    })
    expect(meter.perMinute()).toBeNull()
    expect(meter.remainingSeconds(10)).toBeNull()
  })

  it('leaves pauses out', () => {
    const meter = run((m, wait) => {
      for (let i = 0; i < 10; i++) {
        wait(500)
        m.tick()
        if (i !== 4) continue
        m.pause()
        wait(3_600_000)
        m.resume()
      }
    })
    expect(meter.perMinute()).toBeCloseTo(120)
    expect(meter.remainingSeconds(240)).toBeCloseTo(120)
  })

  it('follows a change of pace within a minute', () => {
    const meter = run((m, wait) => {
      for (let i = 0; i < 100; i++) {
        wait(100)
        m.tick()
      }
      for (let i = 0; i < 70; i++) {
        wait(1000)
        m.tick()
      }
    })
    expect(meter.perMinute()).toBeGreaterThan(58)
    expect(meter.perMinute()).toBeLessThan(62)
  })
})
