import type { Engine } from './engine.ts'

/** The engines by the names that a child process is given. */
export const ENGINES = {
  plain: async (): Promise<Engine> => (await import('./plain.ts')).plain,
  pdfmake: async (): Promise<Engine> => (await import('./pdfmake.ts')).openPdfmake(),
  typst: async (): Promise<Engine> => (await import('./typst.ts')).openTypst()
} as const

export type EngineName = keyof typeof ENGINES
