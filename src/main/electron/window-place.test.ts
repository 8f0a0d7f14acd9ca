import { describe, expect, it } from 'vitest'
import { placeWindow } from './window-place.ts'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 }
const SECOND = { x: 1920, y: 0, width: 1280, height: 1000 }
const place = (x: number, y: number, width = 1200, height = 800) => ({
  bounds: { x, y, width, height },
  maximized: false
})

describe('the window’s place', () => {
  it('is kept, also on a second screen', () => {
    expect(placeWindow(place(100, 50), [SCREEN])).toEqual({ x: 100, y: 50, width: 1200, height: 800 })
    expect(placeWindow(place(2000, 50), [SCREEN, SECOND])).toEqual({ x: 2000, y: 50, width: 1200, height: 800 })
  })

  it('is left to the system when its screen is gone or its title bar is out of reach', () => {
    expect(placeWindow(place(2000, 50), [SCREEN])).toEqual({ width: 1360, height: 860 })
    expect(placeWindow(place(100, -400), [SCREEN])).toEqual({ width: 1360, height: 860 })
    expect(placeWindow(place(100, 1030), [SCREEN])).toEqual({ width: 1360, height: 860 })
    expect(placeWindow(place(-1150, 50), [SCREEN])).toEqual({ width: 1360, height: 860 })
  })

  it('is never larger than the screen', () => {
    expect(placeWindow({ bounds: null, maximized: false }, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
      width: 1024,
      height: 700
    })
    expect(placeWindow(place(0, 0, 4000, 3000), [SCREEN])).toEqual({ x: 0, y: 0, width: 1920, height: 1040 })
  })
})
