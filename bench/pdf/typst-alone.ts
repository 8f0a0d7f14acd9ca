import { readFileSync, writeFileSync } from 'node:fs'
import { compileTypst } from './typst.ts'

/** Makes a PDF of a file in typst's language and nothing else: `node typst-alone.ts source.typ out.pdf`. */
const [source, out] = process.argv.slice(2) as [string, string]
writeFileSync(out, (await compileTypst())(readFileSync(source, 'utf8')))
