using Detente.Benchmarks.Cib;
using Detente.Rivals;

// bench/rivals [row ...] [--seeds N] [--limit SECONDS] [--alone | --formulations]
const string Alone = "--alone", Formulations = "--formulations";
var options = TableOptions.Parse(args, Alone, Formulations);
if (options.Switches.Contains(Formulations))
{
    FormulationTable.Print(options);
}
else
{
    RivalTable.Print(options, withSearch: !options.Switches.Contains(Alone));
}
