/** What the whole plan in one file does where scripts run; nothing of it is needed to read. */

import { printDetails } from "./print-details.js";
import { onePageAtATime } from "./single/one-page.js";
import { searchInFile } from "./single/search-in-file.js";
import { tableSort } from "./table-sort.js";

onePageAtATime();
searchInFile();
printDetails();
tableSort();
