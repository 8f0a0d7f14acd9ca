/** Invented reports of one event in five languages, a heading first: what is printed on the pages of the benchmark, and must be read from them. */
export const PAGE_TEXTS: Readonly<Record<'eng' | 'deu' | 'fra' | 'spa' | 'rus', readonly string[]>> = {
  eng: [
    'Harbour board kept crack in ferry’s hull to itself for nine days',
    'The harbour board of Sollen held back a memorandum about a crack in the hull of the ferry “Tern” for nine days, two officials said on Thursday. The paper, dated 3 March 2031, was marked “not for circulation” and named a seam 14 centimetres below the waterline.',
    '“Nobody was warned,” said the crews’ delegate, who asked for an independent inquiry. “We sailed on Monday, on Tuesday and again on Wednesday with 212 passengers on board.” The board replied that a second inspection had been ordered at once, and that its cost (€48,500) had been approved.',
    'At the ministry a spokesman repeated that the decision had been unanimous; no minutes were kept. The shipyard, which wrote to the board in January and again in February, says that it never had an answer. Its letters, seen by this newspaper, ask for the crossings to be suspended.',
    'Whether the crack grew is not known. The yard’s engineer gives a width of 0.8 mm in January and 1.3 mm in March, which he calls “a quick change for steel of that age”. The board’s own surveyor disagrees: in his view both figures lie within the error of the gauge.',
    'The regional court will hear both sides on 17 April. Until then the “Tern” stays at quay 6, and travellers are taken across by two smaller boats, which leave at 6:40 and 18:15. Tickets that were bought before remain valid, the company said.'
  ],
  deu: [
    'Hafenrat hielt Riss im Rumpf der Fähre neun Tage lang geheim',
    'Der Hafenrat von Sollen hat einen Vermerk über einen Riss im Rumpf der Fähre „Seeschwalbe“ neun Tage lang zurückgehalten, sagten zwei Beamte am Donnerstag. Das Papier vom 3. März 2031 trug den Zusatz „nicht zur Weitergabe“ und nannte eine Naht 14 Zentimeter unter der Wasserlinie.',
    '„Niemand wurde gewarnt“, erklärte die Sprecherin der Besatzungen und forderte eine unabhängige Prüfung. „Wir sind am Montag, am Dienstag und auch am Mittwoch mit 212 Fahrgästen ausgelaufen.“ Der Rat entgegnete, eine zweite Prüfung sei sofort veranlasst worden; ihre Kosten (48 500 Euro) seien bewilligt.',
    'Im Ministerium wiederholte ein Sprecher, der Beschluss sei einstimmig gefasst worden; ein Protokoll gebe es nicht. Die Werft, die im Januar und nochmals im Februar geschrieben hatte, hat nach eigenen Angaben nie eine Antwort erhalten. Ihre Briefe, die dieser Zeitung vorliegen, bitten darum, die Überfahrten auszusetzen.',
    'Ob der Riss größer wurde, ist nicht bekannt. Der Ingenieur der Werft nennt für Januar eine Breite von 0,8 mm und für März 1,3 mm, was er „eine schnelle Veränderung für Stahl dieses Alters“ nennt. Der Gutachter des Rates widerspricht: Beide Werte lägen innerhalb der Fehlergrenzen des Messgeräts.',
    'Das Landgericht hört beide Seiten am 17. April. Bis dahin liegt die „Seeschwalbe“ am Kai 6; die Reisenden werden von zwei kleineren Booten übergesetzt, die um 6.40 Uhr und um 18.15 Uhr ablegen. Früher gekaufte Fahrscheine bleiben gültig, teilte die Gesellschaft mit.'
  ],
  fra: [
    'Le conseil du port a tu pendant neuf jours la fêlure du traversier',
    'Le conseil du port de Sollen a gardé pendant neuf jours une note sur une fêlure dans la coque du traversier « La Sterne », ont déclaré jeudi deux fonctionnaires. Le document, daté du 3 mars 2031, portait la mention « ne pas diffuser » et désignait une soudure située à 14 centimètres sous la ligne de flottaison.',
    '« Personne n’a été prévenu », a regretté la déléguée des équipages, qui réclame une enquête indépendante. « Nous avons navigué lundi, mardi et encore mercredi avec 212 passagers à bord. » Le conseil a répondu qu’une seconde inspection avait été ordonnée aussitôt et que son coût (48 500 euros) était approuvé.',
    'Au ministère, un porte-parole a répété que la décision avait été prise à l’unanimité, sans qu’aucun procès-verbal ne soit rédigé. Le chantier naval, qui avait écrit au conseil en janvier puis en février, dit n’avoir jamais reçu de réponse. Ses lettres, que ce journal a pu lire, demandent que les traversées soient suspendues.',
    'On ignore si la fêlure s’est agrandie. L’ingénieur du chantier donne une largeur de 0,8 mm en janvier et de 1,3 mm en mars, ce qu’il appelle « un changement rapide pour un acier de cet âge ». L’expert du conseil n’est pas d’accord : selon lui, les deux valeurs tiennent dans la marge d’erreur de l’appareil.',
    'Le tribunal entendra les deux parties le 17 avril. D’ici là, « La Sterne » reste au quai 6, et les voyageurs sont transportés par deux bateaux plus petits, qui partent à 6 h 40 et à 18 h 15. Les billets achetés auparavant restent valables, a précisé la compagnie.'
  ],
  spa: [
    'La junta del puerto ocultó nueve días la grieta del transbordador',
    'La junta del puerto de Sollen ocultó durante nueve días un informe sobre una grieta en el casco del transbordador «Charrán», dijeron el jueves dos funcionarios. El documento, fechado el 3 de marzo de 2031, llevaba la indicación «no difundir» y señalaba una soldadura a 14 centímetros por debajo de la línea de flotación.',
    '«Nadie avisó a la tripulación», lamentó la delegada, que pidió una investigación independiente. «Navegamos el lunes, el martes y otra vez el miércoles con 212 pasajeros a bordo.» La junta respondió que una segunda inspección se había ordenado de inmediato y que su costo (48 500 euros) estaba aprobado.',
    'En el ministerio, un portavoz repitió que la decisión había sido unánime; no se levantó acta. El astillero, que escribió a la junta en enero y de nuevo en febrero, afirma que nunca tuvo respuesta. Sus cartas, a las que este periódico tuvo acceso, piden que se suspendan las travesías.',
    '¿Creció la grieta? No se sabe. El ingeniero del astillero da una anchura de 0,8 mm en enero y de 1,3 mm en marzo, lo que llama «un cambio rápido para un acero de esa edad». El perito de la junta no está de acuerdo: a su juicio, ambas cifras caben en el margen de error del aparato.',
    'El tribunal oirá a las dos partes el 17 de abril. Hasta entonces el «Charrán» sigue en el muelle 6, y dos barcos más pequeños llevan a los viajeros; salen a las 6:40 y a las 18:15. Los billetes comprados antes siguen siendo válidos, señaló la compañía.'
  ],
  rus: [
    'Совет порта девять дней скрывал трещину в корпусе парома',
    'Совет порта Соллен девять дней скрывал записку о трещине в корпусе парома «Крачка», сообщили в четверг двое чиновников. Документ от 3 марта 2031 года имел пометку «не распространять» и указывал на шов в 14 сантиметрах ниже ватерлинии.',
    '«Никого не предупредили», — сказала представительница экипажей и потребовала независимого расследования. «Мы выходили в море в понедельник, во вторник и снова в среду с 212 пассажирами на борту». Совет ответил, что вторая проверка была назначена сразу и что её стоимость (48 500 евро) утверждена.',
    'В министерстве повторили, что решение было принято единогласно; протокола не велось. Верфь, которая писала совету в январе и ещё раз в феврале, утверждает, что ответа так и не получила. В её письмах, с которыми ознакомилась наша газета, содержится просьба приостановить рейсы.',
    'Выросла ли трещина, неизвестно. Инженер верфи называет ширину 0,8 мм в январе и 1,3 мм в марте, что, по его словам, «быстрое изменение для стали такого возраста». Эксперт совета не согласен: по его мнению, обе величины лежат в пределах погрешности прибора.',
    'Суд выслушает обе стороны 17 апреля. До тех пор «Крачка» стоит у причала 6, а пассажиров перевозят два небольших катера, которые отходят в 6.40 и в 18.15. Купленные ранее билеты остаются действительными, сообщила компания.'
  ]
}
