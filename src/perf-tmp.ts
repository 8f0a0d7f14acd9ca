import { readChronology } from './shared/analysis/chronology/read-chronology.ts'
import { chronologyOf } from './shared/analysis/chronology/chronology.ts'
import { readFigures } from './shared/analysis/figures/read-figures.ts'
import { figuresOf } from './shared/analysis/figures/figures.ts'
import { readReport } from './shared/analysis/reports/report.ts'
import { readdirSync, readFileSync } from 'node:fs'
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000 }
const T: Record<string, number> = {}
const t = <R,>(n: string, f: () => R): R => { const a = cpu(); const r = f(); T[n] = (T[n] ?? 0) + cpu() - a; return r }
const src: any[] = []
for (const [i, f] of readdirSync('/tmp/wtd-bench-src').entries()) {
  const text = readFileSync('/tmp/wtd-bench-src/' + f, 'utf8').replace(/\n\n/g, '\n')
  const blocks: any[] = []; let at = 0; for (const l of text.split('\n')) { blocks.push({ type: at === 0 ? 'heading' : 'paragraph', start: at, end: at + l.length }); at += l.length + 1 }
  const report = t('report', () => readReport({ id: f, key: 'S' + (i + 1), title: f, publisher: 'Bench Post', published: '2032-03-10', agencies: [], lines: [], language: 'en', text, blocks }))
  const events = t('chron', () => readChronology(text, blocks, 'en'))
  const figures = t('fig', () => readFigures(report, events.map(({ date }) => date)))
  src.push({ id: f, key: 'S' + (i + 1), publisher: 'Bench Post', published: '2032-03-10', events, figures })
}
t('chronologyOf', () => chronologyOf(src)); const r = t('figuresOf', () => figuresOf(src))
console.log(T, r.figures.length, r.relations.length)
