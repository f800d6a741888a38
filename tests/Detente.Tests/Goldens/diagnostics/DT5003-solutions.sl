$ ScenarioWizard 3.0
Solution set
 2 

" 1 2",4,0,0,15,""
" 0 2",4,0,0,15,""
" 1 2",x,0,0,15,""
