/** What the whole plan in one file does where scripts run; nothing of it is needed to read. */

import { currentCard } from "./current.js";
import { printDetails } from "./print-details.js";
import { onePageAtATime } from "./single/one-page.js";
import { searchInFile } from "./single/search-in-file.js";
import { tableSort } from "./table-sort.js";

onePageAtATime();
currentCard();
searchInFile();
printDetails();
tableSort();
