$ ScenarioWizard 3.0
Solution set
 2 

" 1 2",4,0,0,15,""
