import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const RENDERER = join(import.meta.dirname, '../renderer')
/** What changes how an element looks, and neither whether it's there nor where. */
const OF_LOOKS = /^(?:--[\w-]+|color-scheme|color|background-color|border-color|outline-color|box-shadow|fill|stroke)$/

/** The declarations of the rules for the dark theme, as “file: property”. */
function declared(file: string, css: string): string[] {
  const rules = css.matchAll(/\[data-theme='dark'\][^{]*\{([^{}]*)\}/g)
  return [...rules].flatMap(([, body]) => [...body!.matchAll(/([\w-]+)\s*:/g)].map(([, name]) => `${file}: ${name}`))
}

it('the dark theme is other colours on the same elements', () => {
  const all = globSync('**/*.css', { cwd: RENDERER }).flatMap((file) => {
    const css = readFileSync(join(RENDERER, file), 'utf8')
    expect(css, file).not.toContain('prefers-color-scheme')
    return declared(file, css)
  })
  expect(all.length).toBeGreaterThan(20)
  expect(all.filter((each) => !OF_LOOKS.test(each.split(': ')[1]!))).toEqual([])
  expect(declared('a', "[data-theme='dark'] .x { display: none }")).toEqual(['a: display'])
})
