using Entente.Application.Composition;
using Entente.Sources.Store;

namespace Entente.Application.Stores;

/// <summary>Opens the user's store for a command.</summary>
internal static class Stores
{
    public static IRecordStore Open(CommandContext context) => Place(context).Open();

    /// <summary>A store to be made where there is none; null where there is one.</summary>
    public static FirstStore? Begin(CommandContext context) => Place(context).Begin();

    public static IRecordStore? OpenExisting(CommandContext context) => Place(context).OpenExisting();

    public static IRecordStore Restored(CommandContext context, string copy, out string? aside) => Place(context).Restored(copy, out aside);

    private static StorePlace Place(CommandContext context) =>
        StorePlace.Of(context.Surroundings.Environment)
        ?? throw new WrongUseException(
            new InputProblem
            {
                Where = "ENTENTE_HOME",
                Found = "no folder for the store",
                Expected = "ENTENTE_HOME set to a folder that can be written",
            }
        );
}
