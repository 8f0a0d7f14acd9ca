import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { LANGUAGES, languageFor } from './words/words.ts'

const language = languageFor(navigator.languages)
document.documentElement.lang = language
document.title = LANGUAGES[language].title
createRoot(document.getElementById('root')!).render(<App />)
