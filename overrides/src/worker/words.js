/**
 * What the worker itself says, in the languages that the generator knows.
 *
 * @typedef {[title: string, text: string]} Says
 * @typedef {{ language: string, damaged: Says, lost: Says, missing: Says, unsaved: Says,
 *   altered: Says, start: string, again: string, paper: string }} Words
 */

/** @type {[Words, ...Words[]]} */
const ALL = [
  {
    language: "en",
    damaged: [
      "The saved copy of this page is damaged",
      "So it isn't shown. Other pages may be whole.",
    ],
    lost: [
      "The plan isn't on this device any more",
      "The browser has removed the saved copy, and there is no network now. With a network, open this page again: it will be saved anew.",
    ],
    missing: [
      "This page isn't in the saved plan",
      "It may have another name now. Look for it from the start page.",
    ],
    unsaved: [
      "This file isn't on this device",
      "It opens when there is a network.",
    ],
    altered: [
      "What came isn't this plan's file",
      "The network answered with something else, perhaps a log-in page, or the site is being renewed. Log in, or try again in some minutes.",
    ],
    start: "Go to the start page",
    again: "Fetch what is damaged again (needs a network)",
    paper: "Without a network: use the printed plan, or another device that has the plan.",
  },
  {
    language: "nl",
    damaged: [
      "De bewaarde kopie van deze pagina is beschadigd",
      "Daarom wordt ze niet getoond. Andere pagina's kunnen nog goed zijn.",
    ],
    lost: [
      "Het plan staat niet meer op dit toestel",
      "De browser heeft de bewaarde kopie verwijderd en er is nu geen netwerk. Open deze pagina opnieuw zodra er een netwerk is: dan wordt het plan weer bewaard.",
    ],
    missing: [
      "Deze pagina staat niet in het bewaarde plan",
      "Misschien heet ze nu anders. Zoek ze vanaf de startpagina.",
    ],
    unsaved: [
      "Dit bestand staat niet op dit toestel",
      "Het gaat open zodra er een netwerk is.",
    ],
    altered: [
      "Wat binnenkwam is niet het bestand van dit plan",
      "Het netwerk antwoordde met iets anders, misschien een aanmeldpagina, of de site wordt net vernieuwd. Meld je aan, of probeer het over enkele minuten opnieuw.",
    ],
    start: "Naar de startpagina",
    again: "Haal wat beschadigd is opnieuw op (daar is een netwerk voor nodig)",
    paper: "Zonder netwerk: gebruik het gedrukte plan, of een ander toestel waarop het plan staat.",
  },
  {
    language: "fr",
    damaged: [
      "La copie enregistrée de cette page est endommagée",
      "Elle n'est donc pas affichée. D'autres pages peuvent être intactes.",
    ],
    lost: [
      "Le plan n'est plus sur cet appareil",
      "Le navigateur a supprimé la copie enregistrée et il n'y a pas de réseau. Dès qu'il y en a un, ouvrez à nouveau cette page : le plan sera enregistré de nouveau.",
    ],
    missing: [
      "Cette page n'est pas dans le plan enregistré",
      "Elle porte peut-être un autre nom. Cherchez-la depuis la page d'accueil.",
    ],
    unsaved: [
      "Ce fichier n'est pas sur cet appareil",
      "Il s'ouvre dès qu'il y a du réseau.",
    ],
    altered: [
      "Le fichier reçu n'est pas celui de ce plan",
      "Le réseau a répondu autre chose, peut-être une page de connexion, ou le site est en train d'être renouvelé. Connectez-vous, ou réessayez dans quelques minutes.",
    ],
    start: "Aller à la page d'accueil",
    again: "Recharger ce qui est endommagé (il faut du réseau)",
    paper: "Sans réseau : utilisez le plan imprimé, ou un autre appareil qui a le plan.",
  },
  {
    language: "de",
    damaged: [
      "Die gespeicherte Kopie dieser Seite ist beschädigt",
      "Deshalb wird sie nicht gezeigt. Andere Seiten können unversehrt sein.",
    ],
    lost: [
      "Der Plan ist nicht mehr auf diesem Gerät",
      "Der Browser hat die gespeicherte Kopie entfernt, und es gibt gerade kein Netz. Öffnen Sie diese Seite wieder, sobald es ein Netz gibt: dann wird der Plan neu gespeichert.",
    ],
    missing: [
      "Diese Seite ist nicht im gespeicherten Plan",
      "Vielleicht heißt sie jetzt anders. Suchen Sie sie von der Startseite aus.",
    ],
    unsaved: [
      "Diese Datei ist nicht auf diesem Gerät",
      "Sie öffnet sich, sobald es ein Netz gibt.",
    ],
    altered: [
      "Was ankam, ist nicht die Datei dieses Plans",
      "Das Netz hat etwas anderes geantwortet, vielleicht eine Anmeldeseite, oder die Website wird gerade erneuert. Melden Sie sich an, oder versuchen Sie es in einigen Minuten noch einmal.",
    ],
    start: "Zur Startseite",
    again: "Beschädigtes neu laden (dafür braucht es ein Netz)",
    paper: "Ohne Netz: Nehmen Sie den gedruckten Plan oder ein anderes Gerät mit dem Plan.",
  },
];

/**
 * @param {string} language such as "nl" or "nl-BE"
 * @returns {Words}
 */
export function wordsOf(language) {
  const primary = language.toLowerCase().split("-", 1)[0];
  return ALL.find((words) => words.language === primary) ?? ALL[0];
}
