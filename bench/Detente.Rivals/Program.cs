using Detente.Benchmarks.Cib;
using Detente.Rivals;

// bench/rivals [row ...] [--seeds N] [--limit SECONDS] [--alone | --formulations]
const string Alone = "--alone", Formulations = "--formulations";
return TableOptions.Run(args, Print, Alone, Formulations);

static void Print(TableOptions options)
{
    if (options.Switches.Contains(Formulations))
    {
        FormulationTable.Print(options);
    }
    else
    {
        RivalTable.Print(options, withSearch: !options.Switches.Contains(Alone));
    }
}
