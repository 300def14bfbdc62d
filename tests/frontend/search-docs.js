/** The pages of a small plan, as the search gets them. */

export const DOCS = [
  { location: "index.html", title: "Noodplan", text: "Wat te doen bij brand, overstroming of stroomuitval." },
  {
    location: "incidents/fire.html", title: "Brand", text: "Bel 112. Gebruik de trap & nooit de lift.",
    keywords: ["vuur", "rook ruiken"],
  },
  { location: "incidents/fire.html#evacuate", title: "Ontruimen", text: "Naar de verzamelplaats op de parking." },
  { location: "incidents/flood.html", title: "Overstroming", text: "Zet de pompen aan. Zie ook brand." },
  { location: "incidents/power.html", title: "Stroomuitval", text: "De noodstroomgroep start vanzelf.", keywords: ["geen elektriciteit"] },
  { location: "roles/warden.html", title: "Verdiepingsverantwoordelijke", text: "Opvang bij een brandalarm." },
  { location: "contacts/a.html", title: "Renée Müller", text: "Telefoon +33 1 99 00 12 34, toestel 4471." },
  { location: "contacts/b.html", title: "Großhändler Łódź", text: "Tel. 0171/39 200-12" },
  { location: "tech/x.html", title: "Uitwijklocatie", text: "Een tekst met <img src=x onerror=alert(1)> en “a < b”." },
  { location: "tech/x.html#keys", title: "Sleutels & <b>kluis</b>", text: "De kluis staat in kelder B." },
];
