import { useRef, useState } from 'react'
import { Dropping } from './dropping.tsx'
import { hangsOnKey } from './by-key.ts'
import { readBytes, sortFiles, type Sorted } from './files.ts'
import { Result } from './result.tsx'
import { LanguageContext } from './language.tsx'
import { Queue, type Progress } from './queue.ts'
import type { Task } from './thread/messages.ts'
import { visible } from '../shared/wording/visible.ts'
import { LANGUAGES, languageFor, type Language } from './words/words.ts'

interface Entry {
  id: number
  file: File
  task: Task
  progress: Progress
}

/** The whole page: what it is, where files are dropped, what came of them. */
export function App() {
  const [language, setLanguage] = useState<Language>(() => languageFor(navigator.languages))
  const [entries, setEntries] = useState<Entry[]>([])
  const [complaints, setComplaints] = useState<Omit<Sorted, 'tasks'>>({ orphans: [], unknown: [], unread: [] })
  const [publicKey, setPublicKey] = useState('')
  const [queue] = useState(() => new Queue())
  const last = useRef(0)
  /** The key as it stands in the box: files are read and checked while it changes. */
  const latestKey = useRef('')
  const words = LANGUAGES[language]

  const take = async (files: readonly File[]): Promise<void> => {
    const { tasks, ...rest } = await sortFiles(files)
    setComplaints(rest)
    for (const each of tasks) {
      const entry: Entry = {
        id: ++last.current,
        file: each.file,
        task: { ...each.task, publicKey: latestKey.current },
        progress: 'waiting'
      }
      setEntries((before) => [...before, entry])
      check(entry)
    }
  }
  const tell = (id: number, progress: Progress): void =>
    setEntries((before) => before.map((entry) => (entry.id === id ? { ...entry, progress } : entry)))
  const check = ({ id, task }: Entry): void => queue.add(task, (progress) => tell(id, progress))
  /** Takes a key, and checks again by it what was signed: what the page says of signatures is by the key that stands in it. */
  const takeKey = async (text: string): Promise<void> => {
    setPublicKey(text)
    latestKey.current = text
    for (const entry of entries.filter(({ task, progress }) => hangsOnKey(task, progress, text))) {
      const bytes = await readBytes(entry.file)
      if (latestKey.current !== text) return
      queue.stop(entry.task)
      if (bytes === null) {
        setComplaints((before) => ({ ...before, unread: [...new Set([...before.unread, entry.task.name])] }))
        tell(entry.id, 'stopped')
        continue
      }
      const again: Entry = { ...entry, task: { ...entry.task, bytes, publicKey: text }, progress: 'waiting' }
      setEntries((before) => before.map((each) => (each.id === entry.id ? again : each)))
      check(again)
    }
  }
  const remove = ({ id, task }: Entry): void => {
    const at = entries.findIndex((entry) => entry.id === id)
    queue.stop(task)
    setEntries((before) => before.filter((entry) => entry.id !== id))
    // The button that had the focus goes with what it removes. That of the file which comes in its place gets it, so that nobody is led away from there.
    requestAnimationFrame(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>('.result > .head-row button')]
      const next = buttons[at] ?? buttons.at(-1) ?? document.querySelector<HTMLElement>('.files')
      next?.focus()
    })
  }
  const choose = (next: Language): void => {
    document.documentElement.lang = next
    document.title = LANGUAGES[next].title
    setLanguage(next)
  }

  return (
    <LanguageContext value={language}>
      <header className="head">
        <div className="head-row">
          <h1>{words.title}</h1>
          <label className="language">
            <span>{words.language}</span>
            <select value={language} onChange={({ target }) => choose(target.value as Language)}>
              {Object.entries(LANGUAGES).map(([code, { name }]) => (
                <option key={code} value={code} lang={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <p>{words.lead}</p>
        <p className="quiet">{words.offline}</p>
      </header>
      <main>
        <Dropping
          onFiles={(files) => void take(files)}
          publicKey={publicKey}
          onPublicKey={(text) => void takeKey(text)}
        />
        <div role="status" className="complaints">
          {complaints.orphans.map((name) => (
            <p key={name}>{words.orphan(visible(name))}</p>
          ))}
          {complaints.unknown.map((name) => (
            <p key={name}>{words.unknown(visible(name))}</p>
          ))}
          {complaints.unread.map((name) => (
            <p key={name}>{words.unread(visible(name))}</p>
          ))}
        </div>
        {entries.length > 0 && (
          <section aria-labelledby="results">
            <h2 id="results">{words.results}</h2>
            {entries.map((entry) => (
              <Result
                key={entry.id}
                name={visible(entry.task.name)}
                progress={entry.progress}
                onStop={() => queue.stop(entry.task)}
                onRemove={() => remove(entry)}
              />
            ))}
          </section>
        )}
      </main>
      <footer className="foot">
        <h2>{words.about}</h2>
        <p>{words.aboutText}</p>
        <p className="quiet">{words.version(__VERSION__)}</p>
      </footer>
    </LanguageContext>
  )
}
