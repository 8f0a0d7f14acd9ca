import { useRef, useState } from 'react'
import { Dropping } from './dropping.tsx'
import { sortFiles, type Sorted } from './files.ts'
import { Result } from './result.tsx'
import { LanguageContext } from './language.tsx'
import { Queue, type Progress } from './queue.ts'
import type { Task } from './thread/messages.ts'
import { LANGUAGES, languageFor, type Language } from './words/words.ts'

interface Entry {
  id: number
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
  const words = LANGUAGES[language]

  const take = async (files: readonly File[]): Promise<void> => {
    const { tasks, ...rest } = await sortFiles(files)
    setComplaints(rest)
    for (const each of tasks) {
      const id = ++last.current
      const task = { ...each, publicKey }
      setEntries((before) => [...before, { id, task, progress: 'waiting' }])
      queue.add(task, (progress) =>
        setEntries((before) => before.map((entry) => (entry.id === id ? { ...entry, progress } : entry)))
      )
    }
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
        <Dropping onFiles={(files) => void take(files)} publicKey={publicKey} onPublicKey={setPublicKey} />
        <div role="status" className="complaints">
          {complaints.orphans.map((name) => (
            <p key={name}>{words.orphan(name)}</p>
          ))}
          {complaints.unknown.map((name) => (
            <p key={name}>{words.unknown(name)}</p>
          ))}
          {complaints.unread.map((name) => (
            <p key={name}>{words.unread(name)}</p>
          ))}
        </div>
        {entries.length > 0 && (
          <section aria-labelledby="results">
            <h2 id="results">{words.results}</h2>
            {entries.map(({ id, task, progress }) => (
              <Result
                key={id}
                name={task.name}
                progress={progress}
                onStop={() => queue.stop(task)}
                onRemove={() => {
                  queue.stop(task)
                  setEntries((before) => before.filter((entry) => entry.id !== id))
                }}
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
