using Detente.Language.Binding;
using Detente.Models;

namespace Detente.Language.Checks;

/// <summary>Doubts that only the whole model can raise. Runs on models without errors.</summary>
internal static class WholeModel
{
    public static void Check(Model model, BindingContext context)
    {
    }
}
