/* Built from overrides/src/worker/sw.js by `make schema`: change that file, not this one. */
"use strict";(()=>{var r={site:"@@SITE_SHA256@@",program:""};Object.assign(self,{runbook:r});importScripts("offline/@@PROGRAM_SHA256@@.js");if(r.program!=="@@PROGRAM@@")throw new Error("sw.js: this isn't the program of this revision");})();
