$ ScenarioWizard 4.0
bad.scw
